import { describe, expect, it } from 'vitest';
import { bombOf, crowdOf, docxOf, odtOf, pdfOf } from '../../../testing/paper.ts';
import { readFileText } from './file-reader.ts';
import { fileText } from './file-text.ts';
import { kindOf } from './kind.ts';
import { fileLimits } from './limits.ts';

const read = (bytes: Buffer, kind: Parameters<typeof fileText>[1]) =>
  fileText(new Uint8Array(bytes), kind, fileLimits);
const patient = { milliseconds: 60_000 };

describe('the text of an attached file', () => {
  it.each([
    ['pdf', pdfOf('Facture n° 42', 'Dérailleur arrière')],
    ['docx', docxOf('Facture n° 42', 'Dérailleur arrière')],
    ['odt', odtOf('Facture n° 42', 'Dérailleur arrière')],
    ['text', Buffer.from('Facture n° 42\r\nDérailleur arrière')],
    ['text', Buffer.from('Facture n° 42\nDérailleur arrière', 'latin1')],
    ['text', Buffer.from('\ufeffFacture n° 42\nDérailleur arrière', 'utf16le')],
  ] as const)('is read from a %s', async (kind, bytes) => {
    expect(await read(bytes, kind)).toEqual({ text: 'Facture n° 42\nDérailleur arrière' });
  });

  it('markup of an office file is no text, what it stands for is', async () => {
    expect(await read(docxOf('R&D <script>'), 'docx')).toEqual({ text: 'R&D <script>' });
  });

  it.each([
    ['pdf', Buffer.from('%PDF-1.7 and then nothing'), 'broken'],
    ['pdf', Buffer.alloc(0), 'broken'],
    ['pdf', pdfOf('frein').subarray(0, 200), 'broken'],
    ['docx', Buffer.from('PK but no archive'), 'broken'],
    ['docx', odtOf('not what its name says'), 'broken'],
    ['docx', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'encrypted'],
    ['docx', bombOf(60), 'too-big'],
    ['odt', crowdOf(1_001), 'too-big'],
  ] as const)('S15 a %s that is broken, locked or a bomb is not readable', async (kind, bytes, unreadable) => {
    expect(await read(bytes, kind)).toEqual({ unreadable });
  });

  it('S15 keeps no more than is allowed', async () => {
    const { text } = (await read(Buffer.from('é'.repeat(500_000)), 'text')) as { text: string };
    expect(text.length).toBeLessThanOrEqual(fileLimits.characters);
  });

  it('S15 S10 reads in a child that is killed when it takes too long, and is told so', async () => {
    expect(await readFileText(pdfOf('selle'), 'pdf', patient)).toEqual({ text: 'selle' });
    expect(await readFileText(pdfOf('selle'), 'pdf', { milliseconds: 1 })).toEqual({
      unreadable: 'too-slow',
    });
    expect(await readFileText(docxOf('a'.repeat(1000)), 'docx', { ...patient, fileBytes: 100 })).toEqual({
      unreadable: 'too-big',
    });
  }, 120_000);

  it('knows the kind by name, then by type', () => {
    const kind = (name: string, type = 'application/octet-stream') => kindOf({ name, type });
    expect([kind('A.PDF'), kind('b.docx'), kind('c.csv'), kind('d', 'text/plain; charset=utf-8')]).toEqual([
      'pdf',
      'docx',
      'text',
      'text',
    ]);
    expect([kind('photo.png', 'image/png'), kind('archive.zip')]).toEqual([null, null]);
  });
});
