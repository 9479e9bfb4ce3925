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
      location.assign(`${form.action}?${query.toString()}#${fragmentOf(target)}`)
    })
    for (const box of this.querySelectorAll('input'))
      if (`#${fragmentOf(box)}` === location.hash) box.focus()
  }
}

function fragmentOf({ name, value }: HTMLInputElement): string {
  return encodeURIComponent(`${name}=${value}`)
}

customElements.define('live-filters', LiveFilters)
