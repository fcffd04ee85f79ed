import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { addUpload } from '../../desk/messages/index.ts';
import { openBrowser } from '../../testing/browser.ts';
import { useDesk } from '../../testing/desk.ts';
import { drain } from '../../testing/drain.ts';
import { docxOf, pdfOf } from '../../testing/paper.ts';
import { makeWorld, openByMail, type World } from '../../testing/world.ts';
import { queueWaitingFiles, readFileTask, searchTickets } from './index.ts';

const desk = useDesk();
let world: World;
beforeAll(async () => {
  world = await makeWorld(desk);
});

async function attached(name: string, type: string, bytes: Buffer) {
  const { key, size, sha256 } = await desk.storage.put(Readable.from([bytes]), bytes.length);
  const file = { name, type, size, sha256, storageKey: key, contentId: null, isInline: false };
  return openByMail(world.velo, {
    sender: { name: 'Anne', email: `${randomUUID()}@client.example` },
    files: [file],
  });
}

const fileOf = (ticketId: string) =>
  world.velo.run(null, ctx =>
    ctx.tx
      .selectFrom('file_texts as x')
      .innerJoin('files as f', join =>
        join.onRef('f.workspace_id', '=', 'x.workspace_id').onRef('f.id', '=', 'x.file_id'),
      )
      .select(['x.file_id', 'x.state', 'x.reason', 'x.text'])
      .where('x.workspace_id', '=', ctx.workspaceId)
      .where('f.ticket_id', '=', ticketId)
      .executeTakeFirstOrThrow(),
  );
const search = async (text: string) =>
  (await world.velo.run(null, ctx => searchTickets(ctx, text))).map(found => found.id);
const attempt = (number: number) => ({ number, isLast: number >= 3 });

describe('attached files', () => {
  it('a ticket is found by the name of its file and by the words inside', async () => {
    const pdf = await attached('devis-8842.pdf', 'application/pdf', pdfOf('Pédalier quadruple'));
    const docx = await attached('lettre.docx', 'application/octet-stream', docxOf('Réclamation solennelle'));
    await drain(desk);
    expect(await search('8842')).toContain(pdf.ticketId);
    expect(await search('devis-8842.pdf')).toContain(pdf.ticketId);
    expect(await search('pedaliers quadruples')).toEqual([pdf.ticketId]);
    expect(await search('solennelle')).toEqual([docx.ticketId]);
  }, 120_000);

  it('ZOH-18 a file that was only added is found, and no more when it is taken away', async () => {
    const { ticketId } = await attached('vide.txt', 'text/plain', Buffer.from('rien'));
    const bytes = docxOf('Procuration notariée');
    const { key, size, sha256 } = await desk.storage.put(Readable.from([bytes]), bytes.length);
    const stored = { name: 'procuration.docx', type: '', size, sha256, storageKey: key };
    const { id } = await world.velo.run(world.lea, ctx => addUpload(ctx, stored));
    const lea = await openBrowser(desk, 'lea@velo.example');
    const base = `/api/w/${world.velo.slug}`;
    const added = await lea.send('POST', `${base}/tickets/${ticketId}/files`, { fileIds: [id] });
    expect(added.status).toBe(200);
    await drain(desk);
    expect(await search('notariee')).toEqual([ticketId]);
    expect((await lea.send('DELETE', `${base}/files/${id}`)).status).toBe(204);
    await lea.close();
    await drain(desk);
    expect(await search('notariee')).toEqual([]);
  }, 120_000);

  it('S15 a broken file ends as not readable and the ticket is found all the same', async () => {
    const { ticketId } = await attached('abime.pdf', 'application/pdf', Buffer.from('%PDF-1.4 abîmé'));
    await drain(desk);
    expect(await fileOf(ticketId)).toMatchObject({ state: 'unreadable', reason: 'broken', text: '' });
    expect(await search('abime')).toContain(ticketId);
  }, 120_000);

  it('F6 a file that kills its reader is tried three times, no more', async () => {
    const { ticketId } = await attached('poison.pdf', 'application/pdf', pdfOf('poison'));
    await drain(desk);
    const { file_id: fileId } = await fileOf(ticketId);
    await world.velo.run(null, ctx =>
      ctx.tx
        .updateTable('file_texts')
        .set({ state: 'waiting', text: '' })
        .where('workspace_id', '=', ctx.workspaceId)
        .where('file_id', '=', fileId)
        .execute(),
    );
    const read = vi.fn(async () => ({ unreadable: 'crashed' as const }));
    const task = readFileTask(desk, [], read);
    const payload = { workspaceId: world.velo.id, fileId };
    await expect(task(payload, attempt(1))).rejects.toThrow('crashed');
    await expect(task(payload, attempt(2))).rejects.toThrow('crashed');
    await task(payload, attempt(3));
    expect(await fileOf(ticketId)).toMatchObject({ state: 'unreadable', reason: 'crashed' });
    await task(payload, attempt(1));
    expect(read).toHaveBeenCalledTimes(3);
  }, 120_000);

  it('what waits without a job is queued again, once', async () => {
    const { ticketId } = await attached('ancien.txt', 'text/plain', Buffer.from('manivelle oubliée'));
    await drain(desk, {});
    const { file_id: fileId } = await fileOf(ticketId);
    await world.velo.run(null, ctx =>
      ctx.tx
        .updateTable('file_texts')
        .set({ state: 'waiting', text: '', queued_at: null })
        .where('workspace_id', '=', ctx.workspaceId)
        .where('file_id', '=', fileId)
        .execute(),
    );
    await world.velo.run(null, queueWaitingFiles);
    await drain(desk);
    expect(await fileOf(ticketId)).toMatchObject({ state: 'read', text: 'manivelle oubliée' });
  }, 120_000);
});
