// Which workspace this tab shows. The router sets it before a page of the workspace loads its data.
import { createStore } from './store.ts';

const slug = createStore('');

/** The slug of the workspace shown, '' outside of any. */
export const currentWorkspaceSlug = slug.get;

/** Takes the slug out of the address; everything called afterwards is asked of that workspace. */
export const setWorkspaceSlug = slug.set;

/** The slug of the workspace shown, '' outside of any; re-renders when it changes. */
export const useWorkspaceSlug = slug.use;
