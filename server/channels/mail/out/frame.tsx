// How our mails look: one table of 600 px, readable without images, in light and in dark.
import type { ComponentChildren, JSX } from 'preact';
import { render } from 'preact-render-to-string';
import type { Language } from '../../../../contract/fields.ts';

const sans = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const ink = '#1f1d1a';
const soft = '#6b655c';

// Programs that know no style sheets see the light colours written at each element.
const style = `body{margin:0}img{max-width:100%;height:auto}p{margin:0 0 16px}
h1,h2,h3{line-height:1.3;margin:0 0 12px}pre,code{font-family:Consolas,Menlo,monospace;font-size:14px}pre{white-space:pre-wrap;margin:0 0 16px}hr{border:0;border-top:1px solid #d6d1c8;margin:16px 0}blockquote{margin:0 0 16px;padding:0 0 0 12px;border-left:3px solid #d6d1c8}
@media (prefers-color-scheme:dark){.page{background:#1a1917!important;color:#eee9e1!important}.soft{color:#b5afa5!important}
.quote{border-color:#4a463f!important;color:#b5afa5!important}.line{border-color:#3a3733!important}.page a:not(.button){color:#9cc2ff!important}}`;

export interface Look {
  language: Language;
  title: string;
  brandColour: string;
}

/** A whole HTML document around the content of a mail; `footer` stands small below it. */
export function framed(look: Look, content: ComponentChildren, footer: ComponentChildren): string {
  const { language, title, brandColour } = look;
  return `<!doctype html>${render(
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body class="page" style={`margin:0;background:#ffffff;color:${ink}`}>
        <table role="presentation" width="100%" cellPadding="0" cellSpacing="0">
          <tr>
            <td style="padding:24px 16px">
              <table role="presentation" width="600" cellPadding="0" cellSpacing="0" style={table}>
                <tr>
                  <td style={`padding:0 0 20px;border-top:4px solid ${brandColour}`} />
                </tr>
                <tr>
                  <td style={`font:16px/1.5 ${sans}`}>{content}</td>
                </tr>
                <tr>
                  <td class="soft line" style={`font:13px/1.5 ${sans};${footerStyle}`}>
                    {footer}
                  </td>
                </tr>
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html>,
  )}`;
}

const table = 'width:100%;max-width:600px;margin:0 auto';
const footerStyle = `color:${soft};border-top:1px solid #e5e2dc;padding:12px 0 0`;

/** Plain words as paragraphs: an empty line parts them, a line break stays one. */
export function Words({ text }: { text: string }): JSX.Element {
  const paragraphs = text.trim().split(/\n\s*\n/);
  return (
    <>
      {paragraphs.map(paragraph => (
        <p key={paragraph} style="margin:0 0 16px">
          {paragraph.split('\n').flatMap((line, at) => (at === 0 ? [line] : [<br key={line} />, line]))}
        </p>
      ))}
    </>
  );
}

/** Rich text of an agent, which was cleaned when it was stored. */
export function Rich({ html }: { html: string }): JSX.Element {
  return <div dangerouslySetInnerHTML={{ __html: html }} />;
}

/** Words of somebody else, set apart. */
export function Quote({ text }: { text: string }): JSX.Element {
  const look = `margin:0 0 16px;padding:0 0 0 12px;border-left:3px solid #d6d1c8;color:${soft}`;
  return (
    <blockquote class="quote" {...{ type: 'cite' }} style={look}>
      <Words text={text} />
    </blockquote>
  );
}

/** The one thing to do, in the workspace's colour. */
export function Button({
  href,
  colour,
  label,
}: {
  href: string;
  colour: string;
  label: string;
}): JSX.Element {
  const look = `display:inline-block;padding:10px 18px;border-radius:6px;font-weight:600;text-decoration:none;background:${colour};color:${inkOn(colour)}`;
  return (
    <p style="margin:8px 0 24px">
      <a class="button" href={href} style={look}>
        {label}
      </a>
    </p>
  );
}

/** Black or white, whichever can be read better on a colour (WCAG 2.2, 1.4.3). */
export function inkOn(colour: string): '#000000' | '#ffffff' {
  const channel = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const luminance = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
  return luminance > 0.179 ? '#000000' : '#ffffff';
}
