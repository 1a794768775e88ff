// Brings the program that follows the clock and chooses in the programme, once the page is there. The
// build puts it only into pages on which a time of day stands. Without it the programme reads as it is.
addEventListener('load', () => {
  globalThis.marginalia.load('programme').catch(() => {});
});
