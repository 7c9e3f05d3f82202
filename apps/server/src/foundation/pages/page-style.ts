/** One calm sheet for every page: paper by day, ink by night, a card that fits a small phone. */
export const pageStyle = `
:root{color-scheme:light dark;--paper:#f6f4ef;--card:#fff;--ink:#23211d;--soft:#6b665c;--line:#e2ddd2;--accent:#2f5d50;--on-accent:#fff;--warn:#a03a2a}
@media(prefers-color-scheme:dark){:root{--paper:#171614;--card:#21201d;--ink:#f0ece3;--soft:#a9a294;--line:#38352f;--accent:#8fc7b5;--on-accent:#10201b;--warn:#f0a08f}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;min-height:100dvh;display:grid;place-items:center;padding:24px 16px;background:var(--paper);color:var(--ink);font:17px/1.55 ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{width:100%;max-width:440px;background:var(--card);border:1px solid var(--line);border-radius:20px;padding:36px 28px}
.shop{margin:0 0 20px;color:var(--soft);font-size:14px;letter-spacing:.04em}
h1{margin:0 0 12px;font:600 29px/1.2 ui-serif,Georgia,"Times New Roman",serif;text-wrap:balance}
p{margin:0 0 16px;text-wrap:pretty}
label{display:block;margin:20px 0 6px;font-weight:600;font-size:15px}
input[type=email],textarea{width:100%;min-height:48px;padding:10px 14px;font:inherit;color:inherit;background:var(--paper);border:1px solid var(--soft);border-radius:12px}
input[aria-invalid=true]{border-color:var(--warn)}
.tick{display:grid;grid-template-columns:24px 1fr;gap:12px;align-items:start;margin:16px 0;font-weight:400;font-size:15px;color:var(--soft);cursor:pointer}
.tick input{width:22px;height:22px;margin:1px 0 0;accent-color:var(--accent)}
.button{display:block;width:100%;min-height:50px;padding:12px 20px;font:inherit;font-weight:600;text-align:center;text-decoration:none;cursor:pointer;color:var(--on-accent);background:var(--accent);border:0;border-radius:12px}
.quiet{color:var(--accent);background:transparent;border:1px solid var(--line);margin-bottom:12px}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
.wrong{margin:6px 0 0;color:var(--warn);font-size:15px}
.button+.button{margin-top:12px}
textarea{min-height:112px;margin-bottom:16px;resize:vertical}
fieldset{margin:24px 0 0;padding:20px 0 0;border:0;border-top:1px solid var(--line)}
legend{float:left;width:100%;margin:0 0 12px;padding:0;color:var(--soft);font-size:15px}
legend+*{clear:both}
summary{margin-top:8px;color:var(--accent);font-size:15px;cursor:pointer}
.small{margin:18px 0 0;color:var(--soft);font-size:14px}
.code{display:block;width:100%;margin:20px 0 12px;padding:16px 8px;text-align:center;font:600 21px/1.3 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;letter-spacing:.03em;color:inherit;background:var(--paper);border:1px dashed var(--soft);border-radius:12px;user-select:all;overflow-wrap:anywhere}
.wait{width:28px;height:28px;margin:20px 0;border:3px solid var(--line);border-top-color:var(--accent);border-radius:50%;animation:turn 1s linear infinite}
@keyframes turn{to{transform:rotate(1turn)}}
@media(prefers-reduced-motion:reduce){.wait{animation:none}}
`;
