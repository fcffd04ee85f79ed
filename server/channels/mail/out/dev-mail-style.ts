/** The look of /dev/mail: the app's greys, light and dark by the system. */
export const style = `:root{--ink:#1f1d1a;--soft:#6b655c;--line:#e5e2dc;--page:#faf9f7;--card:#fff;--mark:#eef4f6;--accent:#0b7285}
@media(prefers-color-scheme:dark){:root{--ink:#eee9e1;--soft:#b5afa5;--line:#3a3733;--page:#161513;--card:#1f1d1a;--mark:#1d2b30;--accent:#66c2d4}}
*{box-sizing:border-box}body{margin:0;font:15px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--page)}
h1{font-size:20px;margin:0}h2{font-size:18px;margin:0 0 12px}a{color:var(--accent)}.soft{color:var(--soft)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
header{display:flex;gap:24px;justify-content:space-between;align-items:start;padding:20px 24px;border-bottom:1px solid var(--line);background:var(--card)}
header p{margin:4px 0 0;max-width:75ch}header a{white-space:nowrap}
.desk{display:grid;grid-template-columns:minmax(260px,360px) 1fr;min-height:calc(100vh - 110px)}
nav{border-right:1px solid var(--line);background:var(--card)}
.row{display:grid;grid-template-columns:1fr auto;gap:0 12px;padding:10px 24px;border-bottom:1px solid var(--line);color:inherit;text-decoration:none}
.row:hover,.row[aria-current]{background:var(--mark)}.row[aria-current]{box-shadow:inset 4px 0 var(--accent)}
.row strong,.subject{grid-column:1/-1;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;font-weight:600}
.subject{font-weight:400}.kind,time{font-size:13px;color:var(--soft)}
.desk>main{padding:24px;min-width:0}.choose{text-align:center;margin-top:20vh}
.empty{max-width:52ch;margin:15vh auto;padding:0 24px;text-align:center}
dl{display:grid;grid-template-columns:auto 1fr;gap:2px 12px;margin:0 0 16px}dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
iframe{width:100%;height:60vh;border:1px solid var(--line);border-radius:6px;background:#fff;color-scheme:light dark}
@media(prefers-color-scheme:dark){iframe{background:#1a1917}}
details{margin:12px 0}summary{cursor:pointer;padding:4px 0;font-weight:600}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:13px/1.5 ui-monospace,monospace;padding:12px;margin:0;border:1px solid var(--line);border-radius:6px;background:var(--card)}
.back{display:none}
@media(max-width:800px){header{flex-direction:column;gap:8px;padding:16px}.desk{display:block}.reading nav{display:none}
.back{display:inline-block;margin-bottom:12px;padding:4px 0}.row{padding:10px 16px}.desk>main{padding:16px}}`;
