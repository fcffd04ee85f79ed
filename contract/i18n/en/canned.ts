export const canned = {};
