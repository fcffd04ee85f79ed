import { useState } from 'react';

/** Whether this has been true since the component is shown: what is rarely asked for is only made then, and kept. */
export function useWasTrue(value: boolean): boolean {
  const [was, setWas] = useState(value);
  if (value && !was) setWas(true);
  return was || value;
}
