"""The style sheet of our own pages: one card, light or dark as the reader likes it, contrast 7:1 in both."""

PATH = "/oauth/pages.css"

SHEET = """:root {
  color-scheme: light dark;
  --page: #eef1f4; --card: #fff; --ink: #16202b; --soft: #45525f; --line: #7d8a97; --deed: #0b4a6f; --on-deed: #fff; --bad: #8a1020;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #10161c; --card: #1a232c; --ink: #f1f4f7; --soft: #bcc7d1; --line: #8494a3; --deed: #9bd3f5; --on-deed: #06202f;
    --bad: #ffb3b8;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1rem;
  background: var(--page); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif;
}
main { width: 100%; max-width: 26rem; padding: 2rem; background: var(--card); border-radius: .75rem; box-shadow: 0 1px 8px #0003; }
.brand { margin: 0 0 1rem; color: var(--soft); font-weight: 600; letter-spacing: .02em; }
h1 { margin: 0 0 .25rem; font-size: 1.5rem; line-height: 1.25; overflow-wrap: anywhere; }
p { margin: .5rem 0; overflow-wrap: anywhere; }
ul { margin: .75rem 0; padding-left: 1.25rem; }
.soft { color: var(--soft); font-size: .9375rem; }
.bad { padding: .75rem; border: 2px solid var(--bad); border-radius: .5rem; color: var(--bad); }
label { display: block; margin-top: 1rem; font-weight: 600; }
input:not([type=hidden]) {
  width: 100%; margin-top: .25rem; padding: .625rem .75rem; font: inherit;
  color: inherit; background: transparent; border: 1px solid var(--line); border-radius: .5rem;
}
.deeds { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 1.5rem; }
button {
  flex: 1 1 8rem; min-height: 2.75rem; padding: .5rem 1rem; font: inherit; font-weight: 600; cursor: pointer;
  color: var(--on-deed); background: var(--deed); border: 2px solid var(--deed); border-radius: .5rem;
}
button.other { color: var(--deed); background: transparent; }
button.plain {
  min-height: 1.5rem; padding: 0; font-weight: 400; color: var(--deed); background: none; border: 0; text-decoration: underline;
}
:focus-visible { outline: 3px solid var(--deed); outline-offset: 2px; }
"""
