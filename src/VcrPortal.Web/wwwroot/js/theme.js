// A plain script in the head: it runs before anything is drawn, so a chosen theme never flashes.
(() => {
  const root = document.documentElement;
  const key = "vcr-theme";
  const night = matchMedia("(prefers-color-scheme: dark)");

  const chosen = () => {
    try { return localStorage.getItem(key); } catch { return null; }
  };
  const apply = () => {
    const theme = chosen();
    if (theme !== "light" && theme !== "dark") root.removeAttribute("data-theme");
    else if (root.dataset.theme !== theme) root.dataset.theme = theme;
  };
  // Choosing what the system wants anyway means following the system again.
  const toggle = () => {
    const isDark = root.dataset.theme ? root.dataset.theme === "dark" : night.matches;
    const next = isDark ? "light" : "dark";
    try {
      if ((next === "dark") === night.matches) localStorage.removeItem(key);
      else localStorage.setItem(key, next);
    } catch { /* storage is off: the theme follows the system */ }
    apply();
  };

  apply();
  // Enhanced navigation copies the new document's attributes to this one and would drop the theme.
  new MutationObserver(apply).observe(root, { attributes: true, attributeFilter: ["data-theme"] });
  document.addEventListener("click", event => {
    if (event.target.closest?.("[data-theme-toggle]")) toggle();
  });
})();
