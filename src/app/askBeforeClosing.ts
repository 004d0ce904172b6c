function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

/** Listens only while there is something to lose: a page that always listens can't be kept for going back to. */
export function askBeforeClosing(isOn: boolean): void {
  if (isOn) window.addEventListener('beforeunload', ask);
  else window.removeEventListener('beforeunload', ask);
}
