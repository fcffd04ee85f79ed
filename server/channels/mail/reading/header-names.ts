// Names of the headers that mail programs print above a quoted or forwarded mail.
import { LINE_CHARS } from './quote-vocabulary.ts';

export type HeaderClass = 'from' | 'date' | 'to' | 'cc' | 'subject' | 'other';

/** By class; where two languages share a name, the first class that lists it has it. */
const NAMES: Record<HeaderClass, string> = {
  from: `
    from, de, von, da, fra, från, van, od, lähettäjä, от, від, feladó, kimden, gönderen, expéditeur,
    absender, remitente, remetente, mittente, afzender, 发件人, 寄件者, 差出人, 보낸 사람, expeditor, pošiljatelj,
    từ, dari, nadawca, отправитель,
  `,
  date: `
    date, sent, sent at, envoyé, envoyé le, gesendet, gesendet am, datum, enviado, enviado el,
    enviada em, enviado em, fecha, data, inviato, data invio, verzonden, sendt, dato, skickat,
    lähetetty, päivämäärä, wysłano, wysłane, odesláno, odoslané, дата, отправлено, надіслано, elküldve,
    dátum, gönderildi, tarih, trimis, data wysłania, 发送时间, 日期, 寄件日期, 送信日時, 日付, 보낸 날짜, poslano, ngày,
    tanggal, date d'envoi, message du, received,
  `,
  to: `
    to, à, a, an, para, per, aan, til, till, do, komu, vastaanottaja, кому, címzett, kime, alıcı,
    destinataire, destinataires, empfänger, destinatario, către, 收件人, 宛先, 받는 사람, đến, kepada, pour,
    delivered-to, za, prima,
  `,
  cc: `
    cc, copie, copie à, kopie, kopie an, copia, con copia, kopia, kopi, kopio, копия, копія,
    másolatot kap, bilgi, 抄送, 副本, bcc, dw, ccn,
  `,
  subject: `
    subject, objet, sujet, betreff, betrifft, asunto, assunto, oggetto, onderwerp, emne, ämne, aihe,
    temat, předmět, predmet, тема, tárgy, konu, subiect, 主题, 主旨, 件名, 제목, chủ đề, subjek, perihal, re,
  `,
  other: `
    reply-to, reply to, répondre à, antwort an, importance, attachments, pièces jointes, organization,
    priority, resent-from, message-id, wichtigkeit, priorität, mailed-by, signed-by,
  `,
};

/** Names for the date that not only mails use: "Date" stands in many a form. */
const PLAIN_DATE = /^(?:date|datum|data|fecha|dato|дата|dátum|tarih|päivämäärä|ngày|tanggal|日期|日付)$/iu;

const CLASS_BY_NAME = new Map<string, HeaderClass>();
for (const [kind, list] of Object.entries(NAMES) as [HeaderClass, string][]) {
  for (const name of list.split(',').map(one => one.trim())) {
    if (name !== '' && !CLASS_BY_NAME.has(name)) CLASS_BY_NAME.set(name, kind);
  }
}

const HEADER_LINE =
  /^[\s>|*_]{0,20}(\p{L}[\p{L}\p{M}' .-]{0,20}?)[*_]{0,2}[ \u00a0\t]{0,3}[:：][*_]{0,2}[ \u00a0\t]*(.*)$/u;

/** `isMailWord`: "Sent", say, in place of "Date". */
export type HeaderLine = { kind: HeaderClass; value: string; isMailWord: boolean };

/** Reads a line as a printed header of a quoted mail: `*Von:* Anna <a@b>`; null for any other line. */
export function readHeaderLine(line: string): HeaderLine | null {
  if (line.length > 4 * LINE_CHARS) return null;
  const match = HEADER_LINE.exec(line);
  const name = match?.[1]?.trim().toLowerCase() ?? '';
  const kind = CLASS_BY_NAME.get(name);
  if (!match || !kind) return null;
  return { kind, value: match[2]!.trim(), isMailWord: kind === 'date' && !PLAIN_DATE.test(name) };
}
