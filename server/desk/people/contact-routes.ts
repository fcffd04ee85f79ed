import { contactRoutes } from '../../../contract/routes/contacts.ts';
import { type Mount, mountInWorkspace } from '../../platform/http/index.ts';
import { addContactField, editContactField, removeContactField } from './contact-fields.ts';
import { addEmail } from './edit-contact.ts';

/** Mounts the workspace's own fields of contacts, and further addresses. */
export function mountContacts(mount: Mount): void {
  mountInWorkspace(mount, contactRoutes, {
    addField: (ctx, { body }) => addContactField(ctx, body),
    editField: (ctx, { params, body }) => editContactField(ctx, params.id, body),
    removeField: (ctx, { params }) => removeContactField(ctx, params.id),
    addEmail: (ctx, { params, body }) => addEmail(ctx, params.id, body.email),
  });
}
