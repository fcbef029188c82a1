/** The exact width of a text under a name: dear to load, and only loaded where a character asks for it. */
export { default as stringWidth } from 'string-width';
