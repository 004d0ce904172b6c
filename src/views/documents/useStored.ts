import { useCallback, useEffect, useState } from 'react';

/** What the browser has stored: null until it is read, empty where it can't be. `reload` reads it again. */
export function useStored<T>(read: () => Promise<readonly T[]>): readonly [readonly T[] | null, reload: () => void] {
  const [items, setItems] = useState<readonly T[] | null>(null);
  const reload = useCallback(() => {
    read().then(setItems, () => setItems([]));
  }, [read]);
  useEffect(reload, [reload]);
  return [items, reload];
}
