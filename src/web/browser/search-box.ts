import { SuggestBox } from './suggest-box.ts'

/** Suggests illnesses and treatments while a person types. */
class SearchBox extends SuggestBox {}

customElements.define('search-box', SearchBox)
