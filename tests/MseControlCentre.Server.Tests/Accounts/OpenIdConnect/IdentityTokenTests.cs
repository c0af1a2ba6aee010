using System.Buffers.Text;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using MseControlCentre.Server.Accounts.Organisation;

namespace MseControlCentre.Server.Tests.Accounts.OpenIdConnect;

/// <summary>An identity token is taken only of this provider, for this server, of this sign-in, and now.</summary>
public sealed class IdentityTokenTests
{
    private const string Right =
        """{"iss":"https://p.example","aud":"us","sub":"a","nonce":"n","iat":1000,"exp":2000,"name":"A"}""";

    [Theory]
    [InlineData(Right)]
    [InlineData("""{"iss":"https://p.example","aud":["us"],"azp":"us","sub":"a","nonce":"n","iat":1000,"exp":2000}""")]
    public void RightToken_IsRead(string claims) =>
        Assert.Equal("a", Read(TokenOf(claims)).GetProperty("sub").GetString());

    [Theory]
    [InlineData("https://p.example", "https://q.example")]
    [InlineData("\"us\"", "\"them\"")]
    [InlineData("\"us\"", "[\"us\",\"them\"]")]
    [InlineData("\"us\"", "\"us\",\"azp\":\"them\"")]
    [InlineData("\"nonce\":\"n\"", "\"nonce\":\"other\"")]
    [InlineData("\"nonce\":\"n\",", "")]
    [InlineData("\"sub\":\"a\",", "")]
    [InlineData("\"exp\":2000", "\"exp\":1100")]
    [InlineData("\"exp\":2000", "\"exp\":\"2000\"")]
    [InlineData("\"iat\":1000", "\"iat\":9000")]
    public void WrongToken_IsRefused(string right, string wrong) =>
        Assert.Throws<AuthenticationFailureException>(
            () => Read(TokenOf(Right.Replace(right, wrong, StringComparison.Ordinal))));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("one.two")]
    [InlineData("a.!!!.c")]
    [InlineData("a.bm8.c")]
    public void WhatIsNoToken_IsRefused(string? token) =>
        Assert.Throws<AuthenticationFailureException>(() => Read(token));

    private static System.Text.Json.JsonElement Read(string? token) => IdentityToken.Read(
        token, "https://p.example", "us", "n", DateTimeOffset.UnixEpoch.AddSeconds(1500));

    private static string TokenOf(string claims) => $"e30.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}.x";
}
