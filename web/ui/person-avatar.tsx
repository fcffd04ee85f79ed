import { IconUser } from '@tabler/icons-react';
import classes from './person-avatar.module.css';

const tones = ['blue', 'green', 'amber', 'red', 'violet', 'teal', 'grey'] as const;

/** Up to two initials of a name; '' when it has no letter. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s.@_-]+/u).filter(word => /^[\p{L}\p{N}]/u.test(word));
  const picked = words.length > 1 ? [words[0], words[words.length - 1]] : words.slice(0, 1);
  return picked.map(word => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('');
}

function toneOf(name: string): (typeof tones)[number] {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return tones[sum % tones.length] ?? 'grey';
}

/** A person as initials on a colour of their own. Decoration: the name stands beside it, or in `label`. */
export function PersonAvatar({ name, size = 28, label }: { name: string; size?: number; label?: string }) {
  const initials = initialsOf(name);
  const style = { width: size, height: size, fontSize: Math.round(size * 0.4) };
  const naming = label ? { role: 'img', 'aria-label': label, title: label } : { 'aria-hidden': true };
  return (
    <span className={classes.avatar} data-tone={toneOf(name)} style={style} {...naming}>
      {initials || <IconUser size={Math.round(size * 0.6)} aria-hidden />}
    </span>
  );
}
