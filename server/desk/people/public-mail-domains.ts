// Mail providers for everybody: sharing one of their domains does not make people colleagues.

/** Providers with one name under many endings, such as yahoo.fr and yahoo.co.uk. */
const brands =
  /^(?:yahoo|ymail|hotmail|outlook|live|msn|windowslive|gmx|aol|zoho|yandex|inbox|mail)\.[a-z.]{2,7}$/;

const domains = new Set(
  `
  gmail.com googlemail.com icloud.com me.com mac.com rocketmail.com passport.com
  proton.me protonmail.com protonmail.ch pm.me tutanota.com tuta.io tuta.com hushmail.com fastmail.com fastmail.fm
  posteo.net posteo.de mailbox.org mailo.com mailo.fr net-c.com netc.fr netcourrier.com hey.com duck.com simplelogin.com
  orange.fr wanadoo.fr free.fr sfr.fr laposte.net neuf.fr bbox.fr numericable.fr numericable.com noos.fr club-internet.fr
  aliceadsl.fr cegetel.net 9online.fr 9business.fr voila.fr caramail.com caramail.fr lilo.org ik.me ikmail.com
  dbmail.com gmx.net web.de t-online.de freenet.de arcor.de online.de
  skynet.be telenet.be proximus.be voo.be scarlet.be belgacom.net
  bluewin.ch sunrise.ch hispeed.ch vtxnet.ch romandie.com
  videotron.ca sympatico.ca bell.net rogers.com shaw.ca telus.net cogeco.ca
  btinternet.com btopenworld.com virginmedia.com ntlworld.com sky.com talktalk.net tiscali.co.uk blueyonder.co.uk
  comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net juno.com optonline.net
  libero.it virgilio.it tiscali.it alice.it tin.it tim.it email.it fastwebnet.it
  telefonica.net terra.es terra.com.br uol.com.br bol.com.br sapo.pt
  wp.pl o2.pl onet.pl interia.pl op.pl seznam.cz centrum.cz azet.sk abv.bg ukr.net i.ua rambler.ru bk.ru list.ru ya.ru
  ziggo.nl kpnmail.nl home.nl planet.nl xs4all.nl hetnet.nl telia.com comhem.se online.no
  qq.com 163.com 126.com sina.com sohu.com naver.com hanmail.net daum.net rediffmail.com
  bigpond.com optusnet.com.au xtra.co.nz eircom.net luxsite.lu pt.lu mailinator.com yopmail.com yopmail.fr
  `
    .trim()
    .split(/\s+/),
);

/** Whether a mail domain (lower case) is open to everybody, or no domain of a company at all. */
export function isPublicMailDomain(domain: string): boolean {
  return !/^[^\s[\]]+\.[^\s.[\]]{2,}$/.test(domain) || domains.has(domain) || brands.test(domain);
}
