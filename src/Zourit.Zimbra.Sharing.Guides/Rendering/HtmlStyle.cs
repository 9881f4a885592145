namespace Zourit.Zimbra.Sharing.Guides.Rendering;

/// <summary>The look of the page: one column on a telephone, a sheet on a screen, one sheet of paper, both sides.</summary>
internal static class HtmlStyle
{
    public const string Css = """
        :root { --ink: #1c2530; --soft: #55606d; --paper: #f4f2ed; --sheet: #fff; --line: #dcd7cc; --accent: #0a5c66; --tint: #e6f0f0; --warn: #7a3b00; --warn-tint: #fdf1df; --code: #f1efe9; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e8e6e1; --soft: #a9b0b8; --paper: #14181c; --sheet: #1d2328; --line: #363e45; --accent: #7cc9d2; --tint: #17323a; --warn: #f3c17f; --warn-tint: #33270f; --code: #283037; }
        }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; scroll-behavior: smooth; }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif; }
        main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1.1rem 3rem; }
        header { margin: .5rem 0 1.5rem; }
        h1 { margin: 0 0 .6rem; font-size: clamp(1.6rem, 5.5vw, 2.2rem); line-height: 1.18; letter-spacing: -.015em; text-wrap: balance; overflow-wrap: anywhere; }
        header p { margin: 0; color: var(--soft); font-size: 1.125rem; }
        h2 { margin: 0 0 .7rem; font-size: 1.3rem; line-height: 1.25; }
        h3 { margin: 0 0 .5rem; font-size: 1.1rem; line-height: 1.3; }
        p, ol, ul, dl { margin: 0 0 .7rem; }
        a { color: var(--accent); overflow-wrap: anywhere; }
        a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
        code { padding: .08em .35em; border-radius: .3em; background: var(--code); font: .9em/1.5 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; user-select: all; -webkit-user-select: all; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
        section { margin: 0 0 1.2rem; }
        .card, .program, .first, .warning { padding: 1.1rem 1.2rem; border: 1px solid var(--line); border-radius: .8rem; background: var(--sheet); }
        .card { display: flex; flex-wrap: wrap; gap: 1rem 1.5rem; border-top: .35rem solid var(--accent); }
        .card > div { flex: 1 1 17rem; min-width: 0; }
        dl { margin: 0; }
        dt { color: var(--soft); font-size: .9rem; }
        dd { margin: 0 0 .75rem; font-weight: 600; overflow-wrap: anywhere; }
        dd code { display: block; padding: .45em .6em; font-weight: 500; }
        dd:last-child { margin-bottom: 0; }
        figure { flex: 0 0 auto; width: 10.5rem; margin: 0 auto; text-align: center; }
        figcaption { margin-top: .4rem; color: var(--soft); font-size: .85rem; line-height: 1.35; }
        .qr { display: block; width: 100%; height: auto; border-radius: .4rem; }
        .warning { border-color: var(--warn); background: var(--warn-tint); }
        .warning h2 { color: var(--warn); font-size: 1.1rem; }
        .warning p:last-child, .program p:last-child, .first p:last-child { margin-bottom: 0; }
        .first { background: var(--tint); border-color: transparent; }
        .first code { background: var(--sheet); }
        ol { padding: 0; list-style: none; counter-reset: step; }
        ol li { position: relative; min-height: 1.7rem; margin: 0 0 .55rem; padding-left: 2.3rem; counter-increment: step; }
        ol li::before { content: counter(step); position: absolute; left: 0; top: .02rem; width: 1.6rem; height: 1.6rem; border-radius: 50%; background: var(--accent); color: var(--sheet); font-size: .85rem; font-weight: 700; line-height: 1.6rem; text-align: center; }
        .note { padding-left: .8rem; border-left: 3px solid var(--line); color: var(--soft); font-size: .97rem; }
        .programs, .end { margin-top: 2rem; }
        nav ul { display: flex; flex-wrap: wrap; gap: .45rem; margin: 0 0 1.2rem; padding: 0; list-style: none; }
        nav a { display: block; padding: .45rem .8rem; border: 1px solid var(--line); border-radius: 1.2rem; background: var(--sheet); font-size: .95rem; line-height: 1.3; text-decoration: none; }
        nav a:hover { border-color: var(--accent); }
        nav .mark { display: none; }
        nav .no { color: var(--soft); border-style: dashed; }
        .program { scroll-margin-top: 1rem; }
        .program:target { border-color: var(--accent); box-shadow: 0 0 0 2px var(--accent); }
        .program.no { border-style: dashed; background: transparent; }
        .mark { display: inline-block; padding: .1rem .55rem; border-radius: 1rem; background: var(--warn-tint); color: var(--warn); font-size: .8rem; font-weight: 600; vertical-align: .1em; }
        .profile { margin-top: .9rem; }
        .profile a { display: inline-block; padding: .55rem 1rem; border-radius: .6rem; background: var(--accent); color: var(--sheet); font-weight: 600; text-decoration: none; }
        .end p { padding-left: 1.1rem; position: relative; }
        .end p::before { content: "–"; position: absolute; left: 0; color: var(--accent); }
        @media print {
          @page { size: A4; margin: 9mm 10mm; }
          :root { --ink: #000; --soft: #333; --paper: #fff; --sheet: #fff; --line: #bbb; --accent: #0a5c66; --tint: #fff; --warn: #000; --warn-tint: #fff; --code: #f2f2f2; }
          html, body { font-size: 8.4pt; }
          body { line-height: 1.28; background: #fff; }
          main { display: flex; flex-direction: column; max-width: none; padding: 0; }
          header { margin: 0 0 3mm; }
          h1 { font-size: 16pt; margin-bottom: 1.5mm; }
          header p { font-size: 10pt; }
          h2 { font-size: 11.5pt; margin-bottom: 1.5mm; }
          nav, .profile { display: none; }
          section { margin-bottom: 2.5mm; }
          p, ol, ul, dl { margin-bottom: 1.4mm; }
          .card, .program, .first, .warning { padding: 2.5mm 3.5mm; border-radius: 2mm; }
          .card, .first, .warning { break-inside: avoid; }
          .first { border: 1px solid var(--line); }
          dd { margin-bottom: 1.2mm; }
          dd code { padding: .2em .5em; }
          /* The first side is complete by itself; the programs follow on the other. */
          .programs { order: 1; columns: 2; column-gap: 4mm; margin: 0; break-before: page; font-size: 8pt; line-height: 1.28; }
          .programs h2 { column-span: all; margin: 1mm 0 2mm; }
          .programs h3 { font-size: 9pt; margin-bottom: .8mm; }
          .programs p, .programs ol { margin-bottom: .9mm; }
          .programs .note { font-size: 7.6pt; }
          .programs > p { display: none; }
          .program { margin-bottom: 2mm; padding: 1.8mm 2.5mm; break-inside: avoid; }
          .end { margin: 2.5mm 0 0; }
          .end p { margin-bottom: .8mm; }
          ol li { padding-left: 5mm; margin-bottom: .6mm; min-height: 0; }
          ol li::before { width: 3.8mm; height: 3.8mm; font-size: 7pt; line-height: 3.6mm; background: none; border: 1px solid var(--ink); color: var(--ink); }
          .mark { border: 1px solid var(--ink); font-size: 7pt; }
          h2, h3 { break-after: avoid-page; }
          figure { width: 30mm; }
          a { color: inherit; }
        }
        """;
}
