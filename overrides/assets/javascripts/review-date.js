/* A page stays where it is put, and may be read long after it was made. On the day on which the
   policy is to be looked at again, and after it, each page says so by itself. */
(() => {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;

  for (const each of document.querySelectorAll("[data-next-review]")) {
    const due = each.dataset.nextReview;
    const wanted = today > due ? "late" : today === due ? "today" : "";
    for (const said of each.querySelectorAll("[data-review]")) {
      said.hidden = said.dataset.review !== wanted;
    }
  }
})();
