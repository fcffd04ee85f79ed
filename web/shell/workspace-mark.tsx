import { rampOf } from '../ui/brand-colours.ts';
import { initialsOf } from '../ui/person-avatar.tsx';

/** The sign of a workspace: its initial, white on its brand colour. Decoration beside the name. */
export function WorkspaceMark({
  name,
  brandColour,
  size = 28,
}: {
  name: string;
  brandColour: string;
  size?: number;
}) {
  return (
    <span
      aria-hidden
      style={{
        display: 'inline-grid',
        placeItems: 'center',
        flex: 'none',
        width: size,
        height: size,
        borderRadius: 8,
        fontSize: Math.round(size * 0.42),
        fontWeight: 650,
        color: '#fff',
        background: rampOf(brandColour)[6],
      }}
    >
      {initialsOf(name).slice(0, 1)}
    </span>
  );
}
