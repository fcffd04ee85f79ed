const ligatures: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss' };

/** A text as it is compared: small letters without accents, ligatures taken apart. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[œæß]/g, sign => ligatures[sign]!);
}
