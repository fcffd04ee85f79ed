/** English words, the most frequent first, as mails to a bicycle shop use them. */
export const englishWords =
  `the to i and a my is you for of it in have that with on not this was be your but we are at as has can me if when
  order bike from delivery would please thanks hello hi regards get been day days will still so just received an or
  do any there which what how about after before again because could they them their he she his her our us by out up
  now no yes very also only one two three first last new old right wrong wheel invoice parcel number address product
  service customer answer problem question request return refund shop workshop appointment repair brake tyre chain
  battery charger motor saddle handlebar helmet size colour model price payment card account password website page
  error message phone call saturday monday tuesday week weeks month year morning evening yesterday tomorrow today
  during without under like why where whose all nothing none each other another next big small good bad possible
  impossible urgent broken damaged missing faulty worn stuck cancelled confirmed sent shipped delivered paid refunded
  exchanged warranty part parts accessory light lock basket rack child trailer subscription contract insurance claim
  file proof picture pictures image document signature letter mail team adviser seller technician manager company
  association council school hospital office house building floor street avenue square town county country border
  customs carrier courier pickup depot stock shortage delay waiting patience apology regret happy disappointed quality
  finish noise vibration leak tension adjustment gear gears chainring sprocket cable housing lever grip pedal crank fork
  suspension frame test try buy sell rent rental loan wish need want know understand find look receive send reply wait
  tell told said ask asked help helped work working works worked fit fits fitted change changed replace replaced happen
  happened arrive arrived leave left open opened close closed start started stop stopped turn turned ride riding rode`
    .split(/\s+/)
    .filter(Boolean);

export const englishSyllables = {
  first:
    'ba bro car cle com dar den el fen for gan gre har in jo ken lam mar mil nor ol par per quin ran sal ser tan tor un ver wal win'.split(
      ' ',
    ),
  middle:
    'ba ber ca der di fo ga li lo ma mer mi na ni pa per ra ri ro sa ser si ta ter ti to va ver vi'.split(
      ' ',
    ),
  last: 'ton ford ing ness able ment tion er ity ish ward ley ham son ous'.split(' '),
};
