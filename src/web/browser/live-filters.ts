/**
 * Sends the search as soon as a filter is ticked, and comes back to the box that was ticked. Without this script the
 * button below the filters sends them.
 */
class LiveFilters extends HTMLElement {
  connectedCallback(): void {
    const form = document.getElementById(this.getAttribute('form') ?? '')
    if (!(form instanceof HTMLFormElement)) return
    const note = document.createElement('p')
    note.className = 'small soft'
    note.textContent = this.getAttribute('note')
    this.prepend(note)
    this.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return
      const query = new URLSearchParams()
      for (const [name, value] of new FormData(form))
        if (typeof value === 'string' && value !== '') query.append(name, value)
      location.assign(`${form.action}?${query.toString()}#${target.id}`)
    })
    const ticked = document.getElementById(location.hash.slice(1))
    if (ticked && this.contains(ticked)) ticked.focus()
  }
}

customElements.define('live-filters', LiveFilters)
