/** Why a form cannot be saved. Fields are named as in the form; those of a level by its key. */
export type DraftProblem =
  | { readonly field: 'name'; readonly code: 'empty' }
  | { readonly field: 'smallest-group'; readonly code: 'number'; readonly least: number; readonly most: number }
  | { readonly field: 'label'; readonly level: number; readonly code: 'empty' | 'twice' }
  | { readonly field: 'expected'; readonly level: number; readonly code: 'number'; readonly most: number }
