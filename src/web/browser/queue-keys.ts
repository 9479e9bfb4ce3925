/** Moves through the rows of a desk by `j` and `k`, as mail programs do; `Enter` opens the link that has the focus. */
class QueueKeys extends HTMLElement {
  connectedCallback(): void {
    for (const hint of document.querySelectorAll<HTMLElement>('.keys-hint')) hint.hidden = false
    document.addEventListener('keydown', (event) => this.#pressed(event))
  }

  #pressed(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target)) return
    const step = { j: 1, k: -1 }[event.key]
    if (step === undefined) return
    const links = [...this.querySelectorAll<HTMLAnchorElement>('tbody th a')]
    const at = links.findIndex((link) => link === document.activeElement)
    const next = at === -1 && step === -1 ? links.length - 1 : at + step
    links[Math.min(Math.max(next, 0), links.length - 1)]?.focus()
    event.preventDefault()
  }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select')
}

customElements.define('queue-keys', QueueKeys)
