// The least of PDF 1.4 (ISO 32000): one A4 page of lines of text in Helvetica.

export interface PdfLine {
  text: string;
  /** Points from the left and from the top of the page. */
  x: number;
  y: number;
  size: number;
  isBold?: boolean;
}

const pageHeight = 842;

/** A PDF with one page. Knows the signs of WinAnsiEncoding; others become a question mark. */
export function pdfPage(lines: PdfLine[]): Buffer {
  const drawn = lines.map(
    ({ text, x, y, size, isBold }) =>
      `BT /${isBold ? 'F2' : 'F1'} ${size} Tf ${x} ${pageHeight - y} Td (${escaped(text)}) Tj ET`,
  );
  const content = drawn.join('\n');
  const font = (name: string) =>
    `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 ${pageHeight}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    font('Helvetica'),
    font('Helvetica-Bold'),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return Buffer.from(
    `${file}xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  );
}

/** Signs beyond Latin-1 that WinAnsiEncoding has all the same. */
const windows: Record<string, string> = { '€': '\x80', '’': '\x92', '–': '\x96', œ: '\x9c', '…': '\x85' };

function escaped(text: string): string {
  return [...text.replace(/\u202f/g, '\u00a0')]
    .map(sign => windows[sign] ?? (sign.charCodeAt(0) > 255 ? '?' : sign))
    .join('')
    .replace(/[\\()]/g, '\\$&');
}
