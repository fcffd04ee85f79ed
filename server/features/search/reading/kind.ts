export type FileKind = 'pdf' | 'docx' | 'odt' | 'text';

const byEnding: Record<string, FileKind> = {
  pdf: 'pdf',
  docx: 'docx',
  odt: 'odt',
  txt: 'text',
  csv: 'text',
  log: 'text',
  md: 'text',
};
const byType: Record<string, FileKind> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'text/plain': 'text',
  'text/csv': 'text',
};

/** The kind of file whose text can be read, by its name or else by the type that its sender gave; null for others. */
export function kindOf(file: { name: string; type: string }): FileKind | null {
  const ending = /\.([a-z0-9]+)$/i.exec(file.name)?.[1]?.toLowerCase() ?? '';
  return byEnding[ending] ?? byType[file.type.split(';')[0]!.trim().toLowerCase()] ?? null;
}
