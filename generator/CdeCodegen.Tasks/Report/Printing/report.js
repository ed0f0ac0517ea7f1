"use strict";
(() => {
  document.documentElement.classList.add("js");
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const active = new Map();

  // A row stays if it contains the words and, where states are chosen, one of them.
  const apply = id => {
    const list = document.getElementById(id);
    const words = all(".search").filter(e => e.dataset.list === id).map(e => e.value.trim().toLowerCase()).join(" ").split(/\s+/).filter(w => w);
    const states = active.get(id) || new Set();
    const items = all(".item", list);
    let shown = 0;
    for (const item of items) {
      const text = item.textContent.toLowerCase();
      const own = (item.dataset.states || "").split(" ");
      const stays = words.every(w => text.includes(w)) && (states.size === 0 || own.some(s => states.has(s)));
      item.hidden = !stays;
      shown += stays ? 1 : 0;
    }
    for (const output of all(".shown")) {
      if (output.dataset.list === id) {
        output.textContent = shown === items.length ? "" : `${shown} of ${items.length} ${output.dataset.noun}`;
      }
    }
  };

  for (const input of all(".search")) {
    input.addEventListener("input", () => apply(input.dataset.list));
  }

  for (const button of all(".filter")) {
    button.addEventListener("click", () => {
      const id = button.dataset.table;
      const states = active.get(id) || new Set();
      active.set(id, states);
      const isOn = !states.delete(button.dataset.state);
      if (isOn) {
        states.add(button.dataset.state);
      }
      button.setAttribute("aria-pressed", String(isOn));
      apply(id);
    });
  }

  document.addEventListener("keydown", event => {
    const target = event.target;
    if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !(target instanceof HTMLInputElement)) {
      const searches = all(".search");
      const next = searches.find(e => e.getBoundingClientRect().bottom > 0) || searches[0];
      if (next) {
        event.preventDefault();
        next.focus();
      }
    } else if (event.key === "Escape" && target instanceof HTMLInputElement && target.classList.contains("search")) {
      target.value = "";
      apply(target.dataset.list);
      target.blur();
    } else if (event.key.startsWith("Arrow") && target.closest && target.closest(".matrix") && target.classList.contains("chip")) {
      move(event, target);
    }
  });

  const move = (event, from) => {
    const cell = from.closest("td");
    const row = cell.parentElement;
    const rows = all("tr.item", row.closest("table")).filter(r => !r.hidden);
    const stop = c => c && c.querySelector("a.chip");
    let next = null;
    if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      const step = event.key === "ArrowLeft" ? "previousElementSibling" : "nextElementSibling";
      for (let c = cell[step]; c && !next; c = c[step]) {
        next = stop(c);
      }
    } else {
      const by = event.key === "ArrowUp" ? -1 : 1;
      for (let i = rows.indexOf(row) + by; i >= 0 && i < rows.length && !next; i += by) {
        next = stop(rows[i].cells[cell.cellIndex]);
      }
    }
    if (next) {
      event.preventDefault();
      next.focus();
    }
  };

  // Paper cannot be clicked.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = all("details:not([open])");
    opened.forEach(e => { e.open = true; });
  });
  addEventListener("afterprint", () => opened.forEach(e => { e.open = false; }));
})();
