/**
 * Resolves when the messages that are waiting have been delivered: a message to oneself comes after them in the queue,
 * and unlike a timer it is not held back by 4 ms.
 */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
