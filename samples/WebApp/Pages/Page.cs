using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace WebApp.Pages;

/// <summary>A page as an answer.</summary>
internal static class Page
{
    public static RazorComponentResult Of<TPage>(params (string Name, object? Value)[] parameters)
        where TPage : IComponent => new(typeof(TPage), parameters.ToDictionary(each => each.Name, each => each.Value));
}
