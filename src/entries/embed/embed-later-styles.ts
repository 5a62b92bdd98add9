export { default } from 'embed-styles:rest'
