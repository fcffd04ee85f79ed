/** x */
export function splitReply(mail: { text: string; html: string | null }) {
  return { newText: mail.text, newHtml: mail.html, quotedText: '', quotedHtml: null, signature: '' };
}
