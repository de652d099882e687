/* People ask in sentences: "who do I tell". The theme's search looks for every word and for all
   words that begin with it, so that "I" finds "install". This leaves the small words out of what
   is asked, unless there are no others. */
(() => {
  const SMALL = new Set(
    ("a about am an and any are as at be been but by can could did do does for from get had has " +
      "have he her him his how i if in is it its let may me my no not of on or our she should so " +
      "some someone take that the their them there they this to us was we were what when where " +
      "which who whose why will with would you your").split(" "),
  );
  const QUERY = 2; // the theme's name for a message that asks
  const ask = Worker.prototype.postMessage;

  const largeWords = (text) => {
    const words = text.split(/\s+/).filter((word) => !SMALL.has(word.toLowerCase()));
    return words.join(" ").trim() || text;
  };

  Worker.prototype.postMessage = function (message, ...others) {
    const asks = message && message.type === QUERY && typeof message.data === "string";
    const sent = asks ? { ...message, data: largeWords(message.data) } : message;
    return ask.call(this, sent, ...others);
  };
})();
