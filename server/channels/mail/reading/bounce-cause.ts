// Whether an address that bounced is dead or only unreachable for now.

const DEAD_STATUS = new Set([
  '5.1.0',
  '5.1.1',
  '5.1.2',
  '5.1.3',
  '5.1.6',
  '5.1.10',
  '5.4.4',
  '5.4.310',
  '5.0.1',
]);
const PASSING_STATUS = new Set(['5.2.2', '5.4.7', '5.4.300', '5.4.6', '5.4.14']);

const FULL =
  /(?:mail ?box|inbox|mail ?folder|account|recipient|user|disk|storage|space|maildrop|boîte|postfach|buz[oó]n)[^\n]{0,40}(?:full\b|exceed|over.?quota|quota|pleine|voll|llen)|over ?quota|quota (?:exceed|violation|is full|full)|exceed(?:s|ed|ing)?[^\n]{0,30}(?:quota|storage|limit on)|insufficient (?:system|disk) (?:storage|space)|not enough (?:disk )?(?:space|storage)|mailbox is full|переполнен|容量|no space left/i;

const PASSING =
  /(?:temporar|4\.4\.7|timed? ?out|time-?out|expired|too long|still being retried|will (?:be retried|keep trying)|could not (?:be )?connect|couldn.t establish|connection (?:refused|timed|reset|lost|dropped|closed)|lost connection|no route to host|network (?:is )?unreachable|retry time(?:out)? (?:not reached|exceeded)|not (?:been )?delivered (?:yet|for)|try again later|unable to connect|mail loop|too many (?:hops|connections|recipients|messages|sessions|concurrent)|too many$|sent to too many|frequency limit|rate limit|hop count|server configuration|i\/o error|system (?:error|resources)|local (?:configuration )?error|delayed|server error|unable to contact|did not respond|not responding|cannot send message for \d+ days|deliver for the last \d+|(?:after|multiple) (?:\w+ )?(?:retries|attempts)|socket error|not accept our requests|could not find a gateway|service (?:currently |temporarily |is )?unavailable|transaction failed|name service error|dns (?:server )?(?:fail|error)|délai)/im;

const DEAD =
  /(?:user|recipient|mailbox|account|address|addressee|alias|member|destinataire|boîte|benutzer|empfänger|usuario|inbox|person|customer|email)[^\n]{0,60}?(?:unknown|not (?:be )?(?:found|exist|known|listed|valid|recognized|located)|(?:does|do|did)(?: not|n.t) (?:exist|have)|(?:is )?(?:invalid|unrecognized|disabled|inactive|unrouteable|undeliverable)|doesn.t (?:exist|have|match)|inconnu|unbekannt|no longer|n.existe|nonexist)|(?:unknown|no such|invalid|bad|nonexistent|non-existent|illegal|unrouteable|unroutable|undefined|unrecognized|not a valid|not a known|no valid)[^\n]{0,20}(?:user|recipient|mailbox|account|address|person|local|alias|host|domain|destination|member)|no mailbox (?:here|by)|(?:host|domain|site)[^\n]{0,80}(?:unknown|not found|does(?: not|n.t) exist|lookup failed)|unknown host|host unknown|nxdomain|couldn.t find any host|domain name not found|name or service not known|(?:has|have) moved|moved to|user not local|is not a user|not our customer|5\.1\.[126]\b|\b55[0-9][- #]5\.1\.1|recipient not found|recipient address rejected: access denied|domain is not reachable|recipnotfound|resolver\.adr|unknown address|this user doesn.t have|not listed in (?:domino|public)|no account by that|user not found|does not like recipient/i;

const DELAY =
  /\b(?:delayed|still being retried|warning only|will (?:be )?(?:retried|keep trying)|not been delivered yet|no action is required)/i;

/** Whether a free-form report says that the mail is still being tried. */
export function saysDelay(prose: string): boolean {
  return DELAY.test(prose);
}

function byStatus(status: string): boolean | null {
  if (status.startsWith('4.')) return false;
  if (DEAD_STATUS.has(status)) return true;
  return PASSING_STATUS.has(status) || status.startsWith('5.3.') ? false : null;
}

/**
 * Judges from the enhanced statuses (RFC 3463) and the diagnosis. True: dead; false: it may work later; null where
 * neither tells (refused for content or policy, say).
 */
export function isHard(
  statuses: string[],
  actions: string[],
  diagnosis: string,
  prose: string,
): boolean | null {
  if (actions.length > 0 && actions.every(action => action === 'delayed')) return false;
  for (const text of [diagnosis, prose]) {
    if (text === '') continue;
    if (FULL.test(text)) return false;
    const isPassing = PASSING.test(text);
    const isDead = DEAD.test(text);
    if (isPassing && !isDead) return false;
    if (isDead && !isPassing) return true;
    if (isPassing && isDead && DELAY.test(text)) return false;
    const told = statuses.map(byStatus).find(verdict => verdict !== null);
    if (told !== undefined) return told;
    if (isPassing && isDead) return text.search(DEAD) < text.search(PASSING);
  }
  return statuses.map(byStatus).find(verdict => verdict !== null) ?? null;
}
