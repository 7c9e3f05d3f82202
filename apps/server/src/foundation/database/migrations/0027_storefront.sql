-- The shop whose pages may show the key, e.g. https://shop.example; set with the key.
alter table connection add column storefront_origin text;
