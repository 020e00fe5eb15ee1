-- Settings: handles that were given up, and when a token was last used. See db/README.md.

create table former_handles (
  handle      varchar(30) character set ascii collate ascii_bin not null,
  profile_id  bigint      not null comment 'who gave it up',
  leads_on    boolean     not null default true comment 'whether it still names that profile',
  given_up_at datetime(6) not null,
  primary key (handle),
  constraint former_handles_profile_fk foreign key (profile_id) references profiles (id),
  key former_handles_given_up_ix (given_up_at)
);

alter table access_tokens
  add column last_used_at datetime(6) null comment 'written at most once a minute' after created_at;
