// What mail programs print above a quoted mail, in the languages that customers' programs speak.
// Every pattern is used on one short line (see LINE_CHARS), so none can cost more than that line (S11).

/** Longer lines are prose, not something that a program printed. */
export const LINE_CHARS = 400;

/** How a program opens "On <date>, <name> wrote:". */
export const OPENING =
  /^(?:on|le|am|op|el|em|il|den|dnia|w dniu|på|pe|ma|ti|ke|to|la|su|vào|dne|dňa|pada|tarihinde|în|în data|la data|le jeu|a|at|da|ter|vr|za|zo|wo|do)\b/iu;

/** How it ends: the verb, whatever stands around it. */
export const WROTE_END = new RegExp(
  `(?:^|[\\s>)"'，,])(?:${[
    'wrote', 'writes', 'a écrit', 'a ecrit', 'écrit', 'ecrit', 'schrieb', 'geschrieben', 'escribió', 'escribio', 'escreveu',
    'ha scritto', 'scrisse', 'het volgende geschreven', 'volgende geschreven', 'schreef', 'geschreven', 'napisał(?:\\(a\\)|a)?',
    'napisał/a', 'pisze', 'skrev(?: følgende| följande)?', 'kirjoitti', 'написал(?:\\(а\\)|а)?', 'написав(?:\\(ла\\))?',
    'написала', 'пише', 'пишет', 'írta', 'yazdı', 'şunu yazdı', 'a scris', 'napsal(?:\\(a\\)|a)?', 'napísal(?:\\(a\\)|a)?',
    'je napisao(?:/la)?', 'đã viết', 'menulis', 'έγραψε', 'va escriure', 'escrigué', 'skrifaði', 'kirjutas', 'rašė', 'rakstīja',
  ].join('|')})\\s*[:：]?\\s*(?:-{2,})?\\s*$`,
  'iu',
);

/** East Asian programs put verb and colon without a blank. */
export const WROTE_END_CJK = /(?:写道|寫道|写入|のメッセージ|wrote|書きました|님이 작성)\s*[:：]\s*$/u;

/** A person speaking of their own words is no program. */
export const OWN_WORDS = /(?:\bI|\bwe|\bje|j'ai|nous|\bich|\bwir|\byo|\bich habe)\s+(?:wrote|a écrit|avons écrit|schrieb|escribí)\s*:?\s*$|j['’]ai\s+écrit/iu;

/** `you wrote:` needs no name. */
export const YOU_WROTE = /\b(?:you wrote|vous avez écrit|tu as écrit|schrieben sie|schriebst du|usted escribió)\s*:?\s*$/iu;

export const EMAIL = /[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/u;

/** A year or a time of day or a numeric date. */
export const DATE = /(?:^|\D)(?:(?:19|20)\d\d(?=\D|$)|\d{1,2}[:.h]\d{2}(?=\D|$)|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})/u;

/** A line that opens with a date: `2011/4/7 Name <a@b>`, `23 mar 2017 21:25 "Name" <a@b>`, `ср, 30 апр. 2025 г. в 15:19`. */
export const DATE_OPENING =
  /^(?:\p{L}{2,12}[.,]{0,2}\s+)?(?:\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}|\d{1,2}[-/.]\s?\d{1,2}[-/.]\s?\d{2,4}|\d{1,2}\.?\s+(?:de\s+)?\p{L}{3,12}\.?,?\s+(?:de\s+)?\d{4}|\p{L}{3,12}\s+\d{1,2},?\s+\d{4})/u;

const MESSAGE_WORDS = [
  'original message', 'message d.origine', 'message original', 'message initial', 'message transféré', 'mensaje original', 'mensagem original', 'mensaje reenviado',
  'messaggio originale', 'messaggio inoltrato', 'ursprüngliche nachricht', 'antwort nachricht', 'original-?nachricht', 'originalnachricht', 'urspr\\. nachricht',
  'weitergeleitete nachricht', 'oorspronkelijk bericht', 'doorgestuurd bericht', 'origineel bericht', 'oprindelig (?:meddelelse|besked)', 'videresendt (?:besked|melding|meddelelse)',
  'opprinnelig melding', 'ursprungligt meddelande', 'originalmeddelande', 'vidarebefordrat meddelande', 'alkuperäinen viesti', 'välitetty viesti', 'oryginalna wiadomość',
  'wiadomość oryginalna', 'wiadomość przekazana', 'treść przekazanej wiadomości', 'původní zpráva', 'přeposlaná zpráva', 'pôvodná správa', 'eredeti üzenet', 'továbbított üzenet', 'исходное сообщение', 'пересланное сообщение', 'перенаправленное сообщение',
  'оригінальне повідомлення', 'переслане повідомлення', 'özgün ileti', 'orijinal mesaj', 'i̇letilen mesaj', 'mesaj original', 'mesaj redirecționat', 'forwarded message', 'forwarded by .{0,80}', 'forwarded mail', 'message transmis', 'mensagem encaminhada', 'mensaje reenviado',
  'reply message', 'reply to message', 'original appointment', 'réponse message', '原始邮件', '原始郵件', '转发邮件', '轉寄郵件', '元のメッセージ', 'オリジナル メッセージ', '転送メッセージ', '원본 메시지', '전달된 메시지', 'begin forwarded message', 'original mail',
].join('|');

/** `-----Original Message-----` and its like. */
export const DIVIDER = new RegExp(`^[\\s>*]*(?:[-_=—–]{2,}|<)\\s*(?:${MESSAGE_WORDS})\\s*:?\\s*(?:[-_=—–]{2,}|>)?[\\s*]*$`, 'iu');

const FORWARD_WORDS = [
  'forwarded message', 'begin forwarded message', 'forwarded mail', 'forwarded by .{0,80}', 'message transféré', 'début du message (?:transféré|réexpédié)', 'message transmis',
  'weitergeleitete nachricht', 'anfang der weitergeleiteten (?:nachricht|e-?mail)', 'mensaje reenviado', 'inicio del mensaje reenviado', 'mensagem encaminhada', 'mensagem reencaminhada', 'início da mensagem (?:encaminhada|reenviada)', 'messaggio inoltrato', 'messaggio inoltrato da .{0,60}', 'inizio messaggio inoltrato',
  'doorgestuurd bericht', 'begin doorgestuurd bericht', 'videresendt (?:besked|melding|meddelelse)', 'start på videresendt (?:besked|melding)', 'start på vidarebefordrat (?:mejl|meddelande)', 'vidarebefordrat (?:brev|meddelande)', 'vidarebefordrat mejl', 'välitetty viesti', 'välitetty viesti alkaa', 'wiadomość przekazana', 'treść przekazanej wiadomości', 'początek przekazywanej wiadomości', 'přeposlaná zpráva', 'začátek přeposlané zprávy', 'preposlaná správa',
  'továbbított (?:üzenet|levél)', 'пересланное сообщение', 'перенаправленное сообщение', 'начало переадресованного сообщения', 'начало пересылаемого сообщения', 'переслане повідомлення', 'i̇letilen mesaj', 'iletilen ileti', 'mesaj redirecționat', '转发邮件', '轉寄郵件', '転送メッセージ', '전달된 메시지', 'the message below was forwarded',
].join('|');

/** The line that opens a forwarded mail, with or without dashes. */
export const FORWARD_OPENING = new RegExp(
  `^[\\s>*]*(?:[-_=—–]{2,}\\s*(?:${FORWARD_WORDS})[\\s:]*(?:[-_=—–]{2,})?|(?:${FORWARD_WORDS})\\s*:)[\\s*]*$`,
  'iu',
);

/** What a desk prints over its own mails so that answers can be cut there. */
export const REPLY_ABOVE =
  /^[^\p{L}]{0,20}(?:please )?(?:type your reply|reply|write|respond|répondre|répondez|merci de répondre|veuillez répondre|antworten sie|bitte antworten|responda|responde)(?: \p{L}{1,12}){0,3} (?:above|au-dessus|oberhalb|über|por encima|encima|acima)(?: .{0,40})?$/iu;

export type HeaderClass = 'from' | 'date' | 'to' | 'cc' | 'subject' | 'other';

const HEADER_NAMES: Record<HeaderClass, string[]> = {
  from: ['from', 'de', 'von', 'da', 'fra', 'från', 'van', 'od', 'lähettäjä', 'от', 'від', 'feladó', 'kimden', 'gönderen', 'expéditeur', 'absender', 'remitente', 'remetente', 'mittente', 'afzender', '发件人', '寄件者', '差出人', '보낸 사람', 'expeditor', 'pošiljatelj', 'từ', 'dari', 'nadawca', 'отправитель'],
  date: ['date', 'sent', 'sent at', 'envoyé', 'envoyé le', 'gesendet', 'gesendet am', 'datum', 'enviado', 'enviado el', 'enviada em', 'enviado em', 'fecha', 'data', 'inviato', 'data invio', 'verzonden', 'sendt', 'dato', 'skickat', 'lähetetty', 'päivämäärä', 'wysłano', 'wysłane', 'odesláno', 'odoslané', 'дата', 'отправлено', 'надіслано', 'elküldve', 'dátum', 'gönderildi', 'tarih', 'trimis', 'data wysłania', '发送时间', '日期', '寄件日期', '送信日時', '日付', '보낸 날짜', 'poslano', 'ngày', 'tanggal', 'date d.envoi', 'message du', 'message du', 'received'],
  to: ['to', 'à', 'a', 'an', 'para', 'per', 'aan', 'til', 'till', 'do', 'komu', 'vastaanottaja', 'кому', 'címzett', 'kime', 'alıcı', 'destinataire', 'destinataires', 'empfänger', 'destinatario', 'către', '收件人', '宛先', '받는 사람', 'đến', 'kepada', 'pour', 'delivered-to', 'za', 'prima'],
  cc: ['cc', 'copie', 'copie à', 'kopie', 'kopie an', 'copia', 'con copia', 'kopia', 'kopi', 'kopio', 'копия', 'копія', 'másolatot kap', 'bilgi', '抄送', '副本', 'bcc', 'dw', 'ccn'],
  subject: ['subject', 'objet', 'sujet', 'betreff', 'betrifft', 'asunto', 'assunto', 'oggetto', 'onderwerp', 'emne', 'ämne', 'aihe', 'temat', 'předmět', 'predmet', 'тема', 'tárgy', 'konu', 'subiect', '主题', '主旨', '件名', '제목', 'chủ đề', 'subjek', 'perihal', 're'],
  other: ['reply-to', 'reply to', 'répondre à', 'antwort an', 'importance', 'attachments', 'pièces jointes', 'organization', 'priority', 'resent-from', 'message-id', 'wichtigkeit', 'priorität', 'mailed-by', 'signed-by'],
};

const CLASS_BY_NAME = new Map<string, HeaderClass>();
for (const [kind, names] of Object.entries(HEADER_NAMES) as [HeaderClass, string[]][]) {
  for (const name of names) if (!CLASS_BY_NAME.has(name)) CLASS_BY_NAME.set(name, kind);
}

const HEADER_LINE = /^[\s>|*_]{0,20}(\p{L}[\p{L}\p{M}' .-]{0,20}?)[*_]{0,2}[ \u00a0\t]{0,3}[:：][*_]{0,2}[ \u00a0\t]*(.*)$/u;

/** Reads a line as a printed header of a quoted mail: `*Von:* Anna <a@b>`; null for any other line. */
export function readHeaderLine(line: string): { kind: HeaderClass; value: string } | null {
  if (line.length > 4 * LINE_CHARS) return null;
  const match = HEADER_LINE.exec(line);
  const kind = match ? CLASS_BY_NAME.get(match[1]!.trim().toLowerCase()) : undefined;
  return match && kind ? { kind, value: match[2]!.trim() } : null;
}
