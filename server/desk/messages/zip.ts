// All files of a ticket in one zip, made while it is sent: nothing is kept, nothing is held in memory.
import type { Readable } from 'node:stream';
import yazl from 'yazl';
import { maxZipBytes } from '../../../contract/fields.ts';
import { invalid } from '../../platform/errors/index.ts';
import type { Storage } from '../../platform/files/index.ts';

export interface Zipped {
  name: string;
  type: string;
  size: number;
  storageKey: string;
  at: Date;
}

/** A zip of the files as a stream, under names that differ. @throws Invalid zip-too-large above 500 MB together */
export function zipOf(files: Zipped[], storage: Storage): Readable {
  const total = files.reduce((sum, file) => sum + file.size, 0);
  if (total > maxZipBytes) throw invalid('zip-too-large', { limit: maxZipBytes / 1024 / 1024 });
  const zip = new yazl.ZipFile();
  const output = zip.outputStream as Readable;
  // A file that cannot be read breaks the download off, so that half a zip is never taken for a whole one.
  zip.on('error', error => output.destroy(error as Error));
  const names = distinctNames(files.map(file => file.name));
  for (const [index, file] of files.entries()) {
    const options = { mtime: file.at, compress: /^text\/|json|xml/.test(file.type), size: file.size };
    zip.addReadStreamLazy(names[index]!, options, give => {
      storage.get(file.storageKey).then(
        stream => give(null, stream),
        error => output.destroy(error),
      );
    });
  }
  zip.end();
  return output;
}

/** What no system's folders take in a name. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unsafe = /[\\/:*?"<>|\u0000-\u001f\u007f]/g;

/** Names that are safe in a folder, each once: the second 'a.pdf' becomes 'a (2).pdf'; case does not tell them apart. */
export function distinctNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map(given => {
    const plain = given.replace(unsafe, '_').replace(/^[. ]+|[. ]+$/g, '');
    const safe = plain || 'file';
    const dot = safe.lastIndexOf('.');
    const [stem, ending] = dot > 0 ? [safe.slice(0, dot), safe.slice(dot)] : [safe, ''];
    let name = safe;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${stem} (${n})${ending}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
