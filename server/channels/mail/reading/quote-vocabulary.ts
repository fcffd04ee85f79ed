// The words that mail programs print above a quoted mail, in the languages that customers' programs speak.
// Entries are pieces of patterns; every pattern made of them is used on one short line, so none can cost more (S11).

/** Longer lines are prose, not something that a program printed. */
export const LINE_CHARS = 400;

/** Splits a list at its commas; gives one alternation for a pattern. */
function anyOf(list: string): string {
  return list
    .split(',')
    .map(word => word.trim())
    .filter(word => word !== '')
    .join('|');
}

/** `wrote`, as in "On <date>, <name> wrote:". */
export const WROTE = anyOf(String.raw`
  wrote, writes, a écrit, a ecrit, écrit, ecrit, schrieb, geschrieben, escribió, escribio, escreveu,
  ha scritto, scrisse, het volgende geschreven, volgende geschreven, schreef, geschreven,
  napisał(?:\(a\)|a)?, napisał/a, pisze, skrev(?: følgende| följande)?, kirjoitti,
  написал(?:\(а\)|а)?, написав(?:\(ла\))?, написала, пише, пишет, írta, yazdı, şunu yazdı, a scris,
  napsal(?:\(a\)|a)?, napísal(?:\(a\)|a)?, je napisao(?:/la)?, đã viết, menulis, έγραψε, va escriure,
  escrigué, skrifaði, kirjutas, rašė, rakstīja,
`);

/** `original message`, as between the dashes above a quoted mail. */
export const ORIGINAL_MESSAGE = anyOf(String.raw`
  original message, message d.origine, message original, message initial, message transféré,
  mensaje original, mensagem original, mensaje reenviado, messaggio originale, messaggio inoltrato,
  ursprüngliche nachricht, antwort nachricht, original-?nachricht, originalnachricht,
  urspr\. nachricht, weitergeleitete nachricht, oorspronkelijk bericht, doorgestuurd bericht,
  origineel bericht, oprindelig (?:meddelelse|besked), videresendt (?:besked|melding|meddelelse),
  opprinnelig melding, ursprungligt meddelande, originalmeddelande, vidarebefordrat meddelande,
  alkuperäinen viesti, välitetty viesti, oryginalna wiadomość, wiadomość oryginalna,
  wiadomość przekazana, treść przekazanej wiadomości, původní zpráva, přeposlaná zpráva,
  pôvodná správa, eredeti üzenet, továbbított üzenet, исходное сообщение, пересланное сообщение,
  перенаправленное сообщение, оригінальне повідомлення, переслане повідомлення, özgün ileti,
  orijinal mesaj, [iİ]letilen mesaj, mesaj original, mesaj redirecționat, forwarded message,
  forwarded by .*, forwarded mail, message transmis, mensagem encaminhada, reply message,
  reply to message, original appointment, réponse message, 原始邮件, 原始郵件, 转发邮件, 轉寄郵件, 元のメッセージ,
  オリジナル メッセージ, 転送メッセージ, 원본 메시지, 전달된 메시지, begin forwarded message, original mail,
`);

/** `forwarded message`, as above a forwarded mail. */
export const FORWARDED_MESSAGE = anyOf(`
  forwarded message, begin forwarded message, forwarded mail, forwarded by .*, message transféré,
  début du message (?:transféré|réexpédié), message transmis, weitergeleitete nachricht,
  anfang der weitergeleiteten (?:nachricht|e-?mail), mensaje reenviado, inicio del mensaje reenviado,
  mensagem encaminhada, mensagem reencaminhada, início da mensagem (?:encaminhada|reenviada),
  messaggio inoltrato, messaggio inoltrato da .*, inizio messaggio inoltrato, doorgestuurd bericht,
  begin doorgestuurd bericht, videresendt (?:besked|melding|meddelelse),
  start på videresendt (?:besked|melding), start på vidarebefordrat (?:mejl|meddelande),
  vidarebefordrat (?:brev|meddelande), vidarebefordrat mejl, välitetty viesti,
  välitetty viesti alkaa, wiadomość przekazana, treść przekazanej wiadomości,
  początek przekazywanej wiadomości, přeposlaná zpráva, začátek přeposlané zprávy, preposlaná správa,
  továbbított (?:üzenet|levél), пересланное сообщение, перенаправленное сообщение,
  начало переадресованного сообщения, начало пересылаемого сообщения, переслане повідомлення,
  [iİ]letilen mesaj, iletilen ileti, mesaj redirecționat, 转发邮件, 轉寄郵件, 転送メッセージ, 전달된 메시지,
  the message below was forwarded,
`);
