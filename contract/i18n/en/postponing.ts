export const postponing = {};
