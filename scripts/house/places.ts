/** The layers of the house, from the ground up; `other` is what is outside its walls (scripts, bench, e2e). */
export type Layer =
  | 'contract'
  | 'platform'
  | 'desk'
  | 'channels'
  | 'features'
  | 'portal'
  | 'server'
  | 'testing'
  | 'web'
  | 'widget'
  | 'other';

/** Where a file lives: its layer, and its room (a folder path) where the layer has rooms. */
export type Place = { layer: Layer; room?: string };

const LAYERS_WITH_ROOMS = ['platform', 'desk', 'channels', 'features'] as const;

/** The rooms of the desk, left to right: a room may use those on its left. */
export const DESK_ROOMS = ['workspaces', 'people', 'tickets', 'messages'];

/** The place of a path such as `server/desk/tickets/status.ts`. */
export function placeOf(path: string): Place {
  const [top, second, third, ...rest] = path.split('/');
  if (top === 'contract' || top === 'web' || top === 'widget') return { layer: top };
  if (top !== 'server') return { layer: 'other' };
  const layer = LAYERS_WITH_ROOMS.find(each => each === second);
  if (layer) return rest.length > 0 ? { layer, room: `server/${layer}/${third}` } : { layer };
  return { layer: second === 'portal' || second === 'testing' ? second : 'server' };
}

/** The last part of a room's path. */
export function roomName(place: Place): string {
  return place.room?.split('/').pop() ?? '';
}
