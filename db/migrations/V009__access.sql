-- Who may still come in, and how people are found by name. See db/README.md.

alter table profiles
  add column state enum('active', 'suspended', 'closed') not null default 'active'
    comment 'only an active one signs in, and lets programs in' after visibility;

alter table access_tokens
  add column expires_at datetime(6) null comment 'null where it lasts until it is revoked' after created_at;

create table revocations (
  id       tinyint not null default 1,
  revision bigint  not null comment 'grows whenever a secret that nodes may remember is no good any more',
  primary key (id),
  constraint revocations_one_ck check (id = 1)
);

insert into revocations (id, revision) values (1, 0);

create table profile_words (
  word       varchar(30) character set utf8mb4 collate utf8mb4_unicode_520_ci not null comment 'of the name or the handle; case and accents do not matter',
  profile_id bigint      not null,
  primary key (word, profile_id),
  key profile_words_profile_ix (profile_id),
  constraint profile_words_profile_fk foreign key (profile_id) references profiles (id) on delete cascade
);

insert ignore into profile_words (word, profile_id)
with recursive cut as (
  select
    id,
    cast('' as char(200)) as word,
    cast(concat(regexp_replace(concat(name, ' ', handle), '[^\\p{L}\\p{N}]+', ' '), ' ') as char(200)) as rest
  from profiles
  union all
  select
    id,
    substring_index(rest, ' ', 1),
    substring(rest, locate(' ', rest) + 1)
  from cut
  where rest <> ''
)
select
  left(word, 30),
  id
from cut
where word <> '';
