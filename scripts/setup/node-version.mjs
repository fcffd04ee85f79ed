// The oldest Node.js that runs the product, asked before anything is imported that an older one could not even read.

const OLDEST = [20, 19];

/** Ends the process with one clear line where this Node.js is too old. */
export function requireNodeVersion() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  console.error(`Guichet needs Node.js ${OLDEST.join('.')} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}
