/**
 * A part of a page that is asked for when the fold around it is opened: the list of the page its link leads to. Without a
 * script, or where the network fails, the link is the way.
 */
class LatePart extends HTMLElement {
  connectedCallback(): void {
    const fold = this.closest('details')
    fold?.addEventListener('toggle', () => {
      if (fold.open) void this.#load()
    })
  }

  async #load(): Promise<void> {
    const link = this.querySelector('a')
    if (!link || this.hasAttribute('data-asked')) return
    this.setAttribute('data-asked', '')
    this.setAttribute('aria-busy', 'true')
    const list = await this.#listOf(link.href).catch(() => undefined)
    this.removeAttribute('aria-busy')
    if (!list) return this.removeAttribute('data-asked')
    this.prepend(document.adoptNode(list))
  }

  async #listOf(address: string): Promise<Element | undefined> {
    const reply = await fetch(address)
    if (!reply.ok) return undefined
    const page = new DOMParser().parseFromString(await reply.text(), 'text/html')
    return page.querySelector('[data-late]') ?? undefined
  }
}

customElements.define('late-part', LatePart)
