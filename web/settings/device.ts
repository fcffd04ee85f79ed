const browsers: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrom(e|ium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux|X11/, 'Linux'],
];

/** What a person calls their device, out of a User-Agent: 'Firefox · Windows'; '' when nothing is known. */
export function deviceOf(userAgent: string): { name: string; isMobile: boolean } {
  const find = (list: [RegExp, string][]) => list.find(([pattern]) => pattern.test(userAgent))?.[1];
  const name = [find(browsers), find(systems)].filter(Boolean).join(' · ');
  return { name: name || userAgent.slice(0, 40), isMobile: /Mobile|Android|iPhone|iPad/.test(userAgent) };
}
