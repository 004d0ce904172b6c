/**
 * Resolves in a later task, after messages that are waiting now. A message channel, because timers are held back to 4 ms
 * after a few calls.
 */
export function yieldToMessages(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
