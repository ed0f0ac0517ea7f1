using Acme.Shop;

var client = new ShopClient(new HttpClient());
Console.WriteLine(typeof(ShopClient).IsPublic ? "public" : "internal");
Console.WriteLine(string.Join(",", typeof(ShopClient).Assembly.GetTypes().Where(t => t.BaseType == typeof(ApiResult)).Select(t => t.Name).Order()));
_ = client.Carts["a"];
