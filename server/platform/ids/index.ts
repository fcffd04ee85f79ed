import { v7 } from 'uuid';

/** A new id: UUIDv7, rising with time within a process, made in the app so that every PostgreSQL from 15 on will do. */
export function newId(): string {
  return v7();
}

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text is an id in the one form that may stand in `SET LOCAL app.workspace`. */
export function isId(text: string): boolean {
  return shape.test(text);
}
