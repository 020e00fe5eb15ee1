-- A member lets a program have a key of its own: a code goes through the browser, the key does not. See db/README.md.

create table connect_codes (
  id          bigint        not null,
  profile_id  bigint        not null comment 'the business',
  member_id   bigint        not null comment 'who agreed',
  livemode    boolean       not null,
  name        varchar(80)   not null comment 'what the program calls itself, and the key is called',
  permissions varchar(200)  character set ascii not null comment 'separated by spaces',
  return_url  varchar(1000) character set ascii not null comment 'where the code was sent, to the letter',
  code_hash   binary(32)    not null,
  challenge   binary(32)    not null comment 'SHA-256 of what the program shows only with the code (RFC 7636)',
  made_at     datetime(6)   not null,
  expires_at  datetime(6)   not null,
  used_at     datetime(6)   null,
  primary key (id),
  constraint connect_codes_hash_uk unique (code_hash),
  key connect_codes_expires_ix (expires_at)
);
