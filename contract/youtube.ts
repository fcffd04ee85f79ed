// A video of YouTube stands in a message as a card: mail programs play none, and our pages load nothing from outside
// (LUM-19). In a rich text it is <a data-youtube="ID" href="...">title</a>.

const idPattern = /^[\w-]{11}$/;

/** Whether this can be the id of a video. */
export function isYoutubeId(id: string): boolean {
  return idPattern.test(id);
}

/** The video that an address (watch, youtu.be, shorts, embed, live) leads to, by its id; null for any other text. */
export function youtubeIdOf(text: string): string | null {
  const typed = text.trim();
  const address = /^(https?:\/\/)?((www|m|music)\.)?(youtube(-nocookie)?\.com|youtu\.be)\/\S+$/i.test(typed)
    ? typed.replace(/^(?!https?:\/\/)/i, 'https://')
    : '';
  if (!URL.canParse(address)) return null;
  const { hostname, pathname, searchParams } = new URL(address);
  const [, first = '', second = ''] = pathname.split('/');
  const isShort = hostname.toLowerCase() === 'youtu.be';
  const id = isShort
    ? first
    : ['shorts', 'embed', 'live', 'v'].includes(first)
      ? second
      : first === 'watch'
        ? (searchParams.get('v') ?? '')
        : '';
  return isYoutubeId(id) ? id : null;
}

/** Where the video can be watched. */
export const youtubeAddress = (id: string) => `https://www.youtube.com/watch?v=${id}`;

/** A still picture of the video, for mails only. */
export const youtubeThumbnail = (id: string) => `https://i.ytimg.com/vi/${id}/hqdefault.jpg`;
