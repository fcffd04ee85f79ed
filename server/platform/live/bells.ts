// A signal to one agent's screens: something of theirs is new or was read in another window.
import type { Server } from 'socket.io';
import type { Ctx } from '../db/index.ts';
import type { Listener } from './viewers.ts';

/** Gives, for agents, a text that differs when anything they were told has changed. */
export type BellsOf = (ctx: Ctx, agentIds: string[]) => Promise<Map<string, string>>;

type Rung = Listener & { bell?: string };

/** Rings at each screen of the workspace whose agent's bell is not as that screen last heard; a new screen hears it once. */
export async function ringBells(io: Server, ctx: Ctx, bellsOf: BellsOf): Promise<void> {
  const sockets = [...io.sockets.sockets.values()].filter(
    socket => (socket.data as Rung).workspaceId === ctx.workspaceId,
  );
  const agentIds = [...new Set(sockets.map(socket => (socket.data as Rung).viewer.agentId))];
  const bells = await bellsOf(ctx, agentIds);
  for (const socket of sockets) {
    const data = socket.data as Rung;
    const bell = bells.get(data.viewer.agentId) ?? '';
    if (data.bell !== bell) socket.emit('bell');
    data.bell = bell;
  }
}
